package dev.roster.calcite.postpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that break a rule are refused by name, and nothing is sent. */
class EditRefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "edit_own_profile(headline => 'x') | account_id must be given: The linked account whose"
            + " owner's profile is changed. At least one character.",
        "edit_own_profile(account_id => '') | account_id must have at least 1 character, given 0",
        "edit_own_profile(account_id => 'a', location_id => '1', postal_code => '1234') | postal_code"
            + " must have at least 5 characters, given 4",
        "edit_own_profile(account_id => 'a', location_id => '1', postal_code => '123456') |"
            + " postal_code must have at most 5 characters, given 6",
        "edit_own_profile(account_id => 'a', postal_code => '12345') | location_id must be given:"
            + " location is incomplete without it",
        "edit_own_profile(account_id => 'a', skills => '[]') | skills must hold an element",
        "edit_own_profile(account_id => 'a', skills => 'x') | skills must be a JSON array",
        "edit_own_profile(account_id => 'a', skills => '[\"x\", null]') | skills is not what the"
            + " provider takes: Required value missing at $.skills[1]",
        "edit_own_profile(account_id => 'a', skills => '[{}]') | skills is not what the provider"
            + " takes: Expected STRING",
        "set_picture(account_id => 'a', picture => X'00') | picture_name must be given with picture",
        "set_picture(account_id => 'a', picture_name => 'a.jpg') | picture must be given with"
            + " picture_name",
        "set_picture(account_id => 'a', filter => 'SEPIA') | filter must be one of ORIGINAL, STUDIO,"
            + " SPOTLIGHT, PRIME, CLASSIC, EDGE, LUMINATE",
        "set_picture(account_id => 'a', top_left_y => 1) | top_left_x must be given: topLeft is"
            + " incomplete without it",
        "set_cover_picture(account_id => 'a', filter => 'studio') | filter must be one of",
        "add_experience(account_id => 'a', role => 'x') | company must be given",
        "add_experience(account_id => 'a', role => 'x', company => 'y', presence => 'MOON') |"
            + " presence must be one of ON_SITE, HYBRID, REMOTE",
        "add_experience(account_id => 'a', role => 'x', company => 'y', start_date_month => 1) |"
            + " start_date_year must be given: start_date is incomplete without it",
        "add_experience(account_id => 'a', role => 'x', company => 'y', end_date_month => 1,"
            + " end_date_year => 2020) | start_date_month or start_date_year must be given:"
            + " seniority is incomplete without it",
        "add_experience(account_id => 'a', role => 'x', company => 'y', attachment_title => 't') |"
            + " attachment_type must be given: attachment is incomplete without it",
        "add_experience(account_id => 'a', role => 'x', company => 'y', attachment_type => 'link',"
            + " attachment_title => 't') | attachment_url must be given: attachment is incomplete",
        "add_experience(account_id => 'a', role => 'x', company => 'y', attachment_type => 'link',"
            + " attachment_title => 't', attachment_url => 'u', attachment_file => X'00',"
            + " attachment_file_name => 'f') | attachment_file does not go with the other arguments"
            + " of attachment; leave it out",
        "edit_experience(account_id => 'a', role => 'x') | id must be given",
        "add_education(account_id => 'a', degree => 'x') | school must be given",
        "add_education(account_id => 'a', school => 'x', end_date_year => 2020) | end_date_month"
            + " must be given: end_date is incomplete without it",
        "edit_education(account_id => 'a', id => 'i', seniority_start_date_year => 2020) |"
            + " seniority_start_date_month must be given: start_date is incomplete without it",
        "set_open_to_work(account_id => 'a', job_title => '[{\"name\": \"x\"}]', presence =>"
            + " '[\"REMOTE\"]', location_remote => '[\"1\"]') | job_title is not what the provider"
            + " takes: Required value 'id' missing at $.open_to_work.job_title[0]",
        "set_open_to_work(account_id => 'a', job_title => '[{\"name\": \"x\", \"id\": \"1\"}]',"
            + " presence => '[\"REMOTE\"]') | location_on_site or location_remote must be given",
        "set_open_to_work(account_id => 'a', job_title => '[]', presence => '[\"REMOTE\"]',"
            + " location_remote => '[\"1\"]') | job_title must hold an element",
        "set_open_to_work(account_id => 'a', job_title => '[{\"name\": \"x\", \"id\": \"1\"}]',"
            + " presence => '[\"REMOTE\", \"MOON\"]', location_remote => '[\"1\"]') | presence must"
            + " hold only ON_SITE, HYBRID, REMOTE",
        "set_custom_link(account_id => 'a', type => 'BLOG') | url must be given",
        "set_custom_link(account_id => 'a', type => 'SHOP', url => 'u') | type must be one of STORE,"
            + " WEBSITE, PORTFOLIO, BLOG, NEWSLETTER",
      })
  void theArgumentIsNamedAndNothingIsSent(String call, String message) throws Exception {
    try (PostpressServer server = new PostpressServer()) {
      SqlStateException failure = server.failure("CALL postpress." + call);
      assertThat(failure.state()).isEqualTo(SqlState.INVALID_ARGUMENT);
      assertThat(failure)
          .hasMessageStartingWith("postpress." + call.substring(0, call.indexOf('(')) + ": ")
          .hasMessageContaining("argument " + message)
          .hasMessageNotContaining("..");
      assertThat(server.requestCount()).isZero();
    }
  }
}
