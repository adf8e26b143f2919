-- The accounts of Linked API, with those that somebody has to log in to again first.
SELECT name, status, reconnection_link
FROM linkedapi.accounts
ORDER BY status DESC, name
LIMIT 5;

-- How many there are of each status.
SELECT status, COUNT(*) AS accounts
FROM linkedapi.accounts
GROUP BY status
ORDER BY status;

-- The own profile of two accounts, whatever their provider: one call an account.
SELECT account_id, provider, display_name, email
FROM postpress.own_profile
WHERE account_id IN ('acc_linkedin_1', 'acc_gmail_1');

-- A table that needs a key says so before anything is sent; with the key it answers.
SELECT first_name, last_name, headline, recruiter_owner_seat_id
FROM postpress.linkedin_profile
WHERE account_id = 'acc_linkedin_1';

-- A write is a procedure. It is sent once, and its rows say what came of it.
CALL postpress.edit_own_profile(account_id => 'acc_linkedin_1', headline => 'Building Roster');

SELECT headline
FROM postpress.linkedin_profile
WHERE account_id = 'acc_linkedin_1';

-- Invitations to follow a company page: any number, at most 50 a request, one row an invitation.
CALL connectsafely.send_follow_invitations(
  company_id => '105672170',
  profile_urns => '["urn:li:fsd_profile:ACoAAB1", "urn:li:fsd_profile:ACoAAB2"]');

-- What can go wrong, by provider and status, and the SQLSTATE it comes as.
SELECT provider, status, sqlstate, COUNT(DISTINCT type) AS types
FROM roster.error_types
GROUP BY provider, status, sqlstate
ORDER BY provider, status, sqlstate
LIMIT 8;
