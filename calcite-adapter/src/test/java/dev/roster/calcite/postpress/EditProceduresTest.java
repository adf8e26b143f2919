package dev.roster.calcite.postpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the edits send, part by part. */
class EditProceduresTest {

  private static final byte[] FILE = "the bytes".getBytes(StandardCharsets.UTF_8);

  private PostpressServer server;

  @BeforeEach
  void open() throws Exception {
    server = new PostpressServer();
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void anEditIsOnePatchThatAnswersWithItsAccount() throws Exception {
    assertThat(server.rows("CALL postpress.edit_own_profile('acc_1', 'New')"))
        .containsExactly("acc_1|ProfileEdited");
    assertThat(server.requestCount()).isEqualTo(1);
    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("PATCH /users/me/edit HTTP/1.1");
    assertThat(request.getHeaders().get("X-API-KEY")).isEqualTo("pp_test");
  }

  @Test
  void onlyWhatIsGivenIsSent() throws Exception {
    server.rows("CALL postpress.edit_own_profile('acc_1', 'New', NULL, NULL, NULL, NULL, false)");
    assertThat(server.takeParts())
        .containsExactly(
            "type = LINKEDIN", "account_id = acc_1", "headline = New", "skills_follow = false");
  }

  @Test
  void anEmptyTextIsAnEmptyPart() throws Exception {
    server.rows("CALL postpress.edit_own_profile(account_id => 'acc_1', summary => '')");
    assertThat(server.takeParts())
        .containsExactly("type = LINKEDIN", "account_id = acc_1", "summary = ");
  }

  @Test
  void nestedTextsAndListsAreNamedWithBracketsAndRepeated() throws Exception {
    server.rows(
        "CALL postpress.edit_own_profile(account_id => 'acc_1', location_id => '105015875',"
            + " postal_code => '12345', skills => '[\"examples\", 2024]')");
    assertThat(server.takeParts())
        .containsExactly(
            "type = LINKEDIN",
            "account_id = acc_1",
            "location[id] = 105015875",
            "location[postal_code] = 12345",
            "skills = examples",
            "skills = 2024");
  }

  @Test
  void aPictureIsAFileWithItsSettings() throws Exception {
    server.rows(
        "CALL postpress.set_picture(account_id => 'acc_1', picture => ?, picture_name => 'me.jpg',"
            + " filter => 'STUDIO', bottom_left_x => 1.25, bottom_left_y => 1, contrast => -0.5)",
        (Object) FILE);
    assertThat(server.takeParts())
        .containsExactly(
            "type = LINKEDIN",
            "account_id = acc_1",
            "picture (me.jpg, image/jpeg) = the bytes",
            "picture_settings[filter] = STUDIO",
            "picture_settings[layout][bottomLeft][x] = 1.25",
            "picture_settings[layout][bottomLeft][y] = 1",
            "picture_settings[contrast] = -0.5");
  }

  @Test
  void theSettingsOfACoverPictureMayBeSentAlone() throws Exception {
    server.rows("CALL postpress.set_cover_picture(account_id => 'acc_1', saturation => 0.125)");
    assertThat(server.takeParts())
        .containsExactly(
            "type = LINKEDIN", "account_id = acc_1", "cover_picture_settings[saturation] = 0.125");
  }

  @Test
  void anAddedPositionHasDatesSkillsAndALink() throws Exception {
    server.rows(
        "CALL postpress.add_experience(account_id => 'acc_1', role => 'Founder',"
            + " company => 'postpress', notify_network => true, start_date_month => 3,"
            + " start_date_year => 2021, skills => ARRAY['development', 'management'],"
            + " attachment_type => 'link', attachment_title => 'The work',"
            + " attachment_url => 'https://work.example.com', attachment_thumbnail => ?,"
            + " attachment_thumbnail_name => 'work.png')",
        (Object) FILE);
    assertThat(server.takeParts())
        .containsExactly(
            "type = LINKEDIN",
            "account_id = acc_1",
            "experience[role] = Founder",
            "experience[company] = postpress",
            "experience[notify_network] = true",
            "experience[seniority][start_date][month] = 3",
            "experience[seniority][start_date][year] = 2021",
            "experience[skills] = development",
            "experience[skills] = management",
            "experience[attachment][type] = link",
            "experience[attachment][title] = The work",
            "experience[attachment][url] = https://work.example.com",
            "experience[attachment][thumbnail] (work.png, image/png) = the bytes");
  }

  @Test
  void anEditedEducationTellsItsOwnDatesFromThoseOfTheSeniority() throws Exception {
    server.rows(
        "CALL postpress.edit_education(account_id => 'acc_1', id => 'edu_1', school => 'Exampleton',"
            + " start_date_month => 1, start_date_year => 2020, seniority_start_date_month => 2,"
            + " seniority_start_date_year => 2021, attachment_type => 'media',"
            + " attachment_title => 'The paper', attachment_file => ?,"
            + " attachment_file_name => 'paper.pdf')",
        (Object) FILE);
    assertThat(server.takeParts())
        .containsExactlyInAnyOrder(
            "type = LINKEDIN",
            "account_id = acc_1",
            "education[id] = edu_1",
            "education[seniority][start_date][month] = 2",
            "education[seniority][start_date][year] = 2021",
            "education[attachment][type] = media",
            "education[attachment][title] = The paper",
            "education[attachment][file] (paper.pdf, application/pdf) = the bytes",
            "education[school] = Exampleton",
            "education[start_date][month] = 1",
            "education[start_date][year] = 2020");
  }

  @Test
  void jobTitlesAreRepeatedInPairs() throws Exception {
    server.rows(
        "CALL postpress.set_open_to_work(account_id => 'acc_1', job_title =>"
            + " '[{\"name\": \"Editor\", \"id\": \"101\"}, {\"name\": \"Writer\", \"id\": 102}]',"
            + " presence => '[\"REMOTE\"]', location_remote => '[\"105015876\"]')");
    assertThat(server.takeParts())
        .containsExactly(
            "type = LINKEDIN",
            "account_id = acc_1",
            "open_to_work[job_title][name] = Editor",
            "open_to_work[job_title][id] = 101",
            "open_to_work[job_title][name] = Writer",
            "open_to_work[job_title][id] = 102",
            "open_to_work[presence] = REMOTE",
            "open_to_work[location][remote] = 105015876");
  }

  @Test
  void aCustomLinkMayBeCalledAsATable() throws Exception {
    assertThat(
            server.rows(
                "SELECT account_id FROM TABLE(postpress.set_custom_link(?, 'BLOG', 'https://x'))",
                "acc_1"))
        .isEqualTo(List.of("acc_1"));
    assertThat(server.takeParts())
        .containsExactly(
            "type = LINKEDIN",
            "account_id = acc_1",
            "custom_link[type] = BLOG",
            "custom_link[url] = https://x");
  }
}
