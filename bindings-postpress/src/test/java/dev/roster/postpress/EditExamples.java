package dev.roster.postpress;

import static dev.roster.postpress.PostpressServer.ACCOUNT;

import dev.roster.bindings.Upload;
import dev.roster.postpress.model.AddEducation;
import dev.roster.postpress.model.AddExperience;
import dev.roster.postpress.model.CustomLink;
import dev.roster.postpress.model.CustomLinkDisplay;
import dev.roster.postpress.model.CustomLinkType;
import dev.roster.postpress.model.EditEducation;
import dev.roster.postpress.model.EditExperience;
import dev.roster.postpress.model.EditLocation;
import dev.roster.postpress.model.EditOwnProfileRequest;
import dev.roster.postpress.model.EmploymentType;
import dev.roster.postpress.model.JobTitle;
import dev.roster.postpress.model.LinkAttachment;
import dev.roster.postpress.model.MediaAttachment;
import dev.roster.postpress.model.MonthYear;
import dev.roster.postpress.model.OpenToWork;
import dev.roster.postpress.model.OpenToWorkLocation;
import dev.roster.postpress.model.OpenToWorkStart;
import dev.roster.postpress.model.OpenToWorkVisibility;
import dev.roster.postpress.model.PictureCorner;
import dev.roster.postpress.model.PictureFilter;
import dev.roster.postpress.model.PictureLayout;
import dev.roster.postpress.model.PictureSettings;
import dev.roster.postpress.model.Presence;
import dev.roster.postpress.model.Seniority;
import dev.roster.postpress.model.SourceOfHire;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The requests of the specs' examples, built with the typed builders. */
final class EditExamples {

  private static final MonthYear START = MonthYear.builder().month(3).year(2021).build();
  private static final MonthYear END = MonthYear.builder().month(11).year(2024).build();
  private static final Seniority SENIORITY =
      Seniority.builder().startDate(START).endDate(END).build();
  private static final List<String> SKILLS = List.of("development", "management");

  private static final LinkAttachment LINK =
      LinkAttachment.builder()
          .title("The work")
          .description("What came out of it.")
          .url("https://work.example.com")
          .thumbnail(upload("work.png"))
          .build();

  private static final MediaAttachment MEDIA =
      MediaAttachment.builder()
          .title("The paper")
          .description("As it was printed.")
          .file(upload("paper.pdf"))
          .build();

  private EditExamples() {}

  /** Returns a file whose bytes are its own name. */
  static Upload upload(String fileName) {
    return Upload.of(fileName, fileName.getBytes(StandardCharsets.UTF_8));
  }

  private static PictureCorner corner(double x, double y) {
    return PictureCorner.builder().x(x).y(y).build();
  }

  /** Returns the example of the provider's page. */
  static EditOwnProfileRequest documented() {
    return EditOwnProfileRequest.builder()
        .accountId(ACCOUNT)
        .headline("Building postpress")
        .summary("Founder. Author. Builder.")
        .location(EditLocation.builder().id("105015875").build())
        .picture(upload("me.jpg"))
        .pictureSettings(
            PictureSettings.builder()
                .filter(PictureFilter.STUDIO)
                .layout(PictureLayout.builder().bottomLeft(corner(1.25, 1.25)).build())
                .build())
        .experience(
            AddExperience.builder().role("Founder").company("postpress").skills(SKILLS).build())
        .build();
  }

  /** Returns an edit that adds an experience and an education, with every field. */
  static EditOwnProfileRequest adding() {
    return everythingElse()
        .experience(
            AddExperience.builder()
                .role("Head of Examples")
                .company("Example Works")
                .notifyNetwork(true)
                .employmentType(EmploymentType.FULL_TIME.value())
                .companyId("2001")
                .location("Springfield")
                .presence(Presence.HYBRID)
                .seniority(SENIORITY)
                .description("Led the examples.")
                .sourceOfHire(SourceOfHire.REFERRAL)
                .skills(SKILLS)
                .attachment(LINK)
                .build())
        .education(
            AddEducation.builder()
                .notifyNetwork(false)
                .school("University of Exampleton")
                .degree("Master")
                .grade("1.3")
                .fieldOfStudy("Illustration")
                .activities("Chess club")
                .description("With a thesis on samples.")
                .startDate(START)
                .endDate(END)
                .skills(SKILLS)
                .attachment(MEDIA)
                .build())
        .build();
  }

  /** Returns an edit that changes an experience and an education, with every field. */
  static EditOwnProfileRequest changing() {
    return everythingElse()
        .experience(
            EditExperience.builder()
                .id("exp_1")
                .notifyNetwork(false)
                .role("Head of Examples")
                .employmentType(EmploymentType.PART_TIME.value())
                .company("Example Works")
                .companyId("2001")
                .location("Springfield")
                .presence(Presence.HYBRID)
                .seniority(SENIORITY)
                .description("Led the examples.")
                .sourceOfHire(SourceOfHire.REFERRAL)
                .skills(SKILLS)
                .attachment(MEDIA)
                .build())
        .education(
            EditEducation.builder()
                .id("edu_1")
                .notifyNetwork(true)
                .role("Student")
                .employmentType(EmploymentType.FULL_TIME.value())
                .company("University of Exampleton")
                .companyId("3001")
                .location("Springfield")
                .presence(Presence.HYBRID)
                .seniority(SENIORITY)
                .description("Led the examples.")
                .sourceOfHire(SourceOfHire.REFERRAL)
                .skills(SKILLS)
                .attachment(LINK)
                .school("University of Exampleton")
                .degree("Master")
                .grade("1.3")
                .fieldOfStudy("Illustration")
                .activities("Chess club")
                .startDate(START)
                .endDate(END)
                .build())
        .build();
  }

  private static EditOwnProfileRequest.Builder everythingElse() {
    PictureSettings settings =
        PictureSettings.builder()
            .filter(PictureFilter.LUMINATE)
            .layout(
                PictureLayout.builder()
                    .bottomLeft(corner(0, 1))
                    .bottomRight(corner(1, 1))
                    .topLeft(corner(0, 0))
                    .topRight(corner(1, 0))
                    .build())
            .contrast(0.5)
            .vignette(0.25)
            .saturation(-0.5)
            .brightness(0.125)
            .build();
    return EditOwnProfileRequest.builder()
        .accountId(ACCOUNT)
        .location(EditLocation.builder().id("105015875").postalCode("12345").build())
        .headline("Keeps examples complete")
        .summary("Writes every field once.")
        .picture(upload("picture.jpg"))
        .pictureSettings(settings)
        .coverPicture(upload("cover-picture.jpg"))
        .coverPictureSettings(settings)
        .skills(List.of("examples", "samples"))
        .skillsFollow(true)
        .openToWork(
            OpenToWork.builder()
                .jobTitle(
                    List.of(
                        JobTitle.builder().name("Editor").id("101").build(),
                        JobTitle.builder().name("Proofreader").id("102").build()))
                .presence(List.of(Presence.HYBRID, Presence.REMOTE))
                .location(
                    OpenToWorkLocation.builder()
                        .onSite(List.of("105015875"))
                        .remote(List.of("105015876"))
                        .build())
                .startDate(OpenToWorkStart.FLEXIBLE)
                .employmentType(List.of(EmploymentType.FULL_TIME, EmploymentType.CONTRACT))
                .visibility(OpenToWorkVisibility.RECRUITERS_ONLY)
                .build())
        .customLink(
            CustomLink.builder()
                .type(CustomLinkType.PORTFOLIO)
                .url("https://portfolio.example.com")
                .displayOn(CustomLinkDisplay.EVERYWHERE)
                .build());
  }
}
