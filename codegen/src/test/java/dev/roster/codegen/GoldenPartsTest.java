package dev.roster.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.bindings.BracketParts;
import dev.roster.bindings.PartWriter;
import dev.roster.bindings.Upload;
import dev.roster.codegen.golden.model.AddWish;
import dev.roster.codegen.golden.model.Address;
import dev.roster.codegen.golden.model.BookState;
import dev.roster.codegen.golden.model.EditMemberRequest;
import dev.roster.codegen.golden.model.EditMemberRequestJsonAdapter;
import dev.roster.codegen.golden.model.FileAttachment;
import dev.roster.codegen.golden.model.Friend;
import dev.roster.codegen.golden.model.Geo;
import dev.roster.codegen.golden.model.LinkAttachment;
import dev.roster.codegen.golden.model.Wish;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the golden models write into a form. */
class GoldenPartsTest {

  private static final Upload FILE = Upload.of("f.png", new byte[] {1, 2});

  private static EditMemberRequest.Builder required() {
    return EditMemberRequest.builder()
        .memberId("m1")
        .bornAt(Instant.EPOCH)
        .presence(List.of(BookState.NEW, BookState.of("gone")));
  }

  @Test
  void writesWhatIsThereInTheOrderOfTheSpec() {
    EditMemberRequest request =
        required()
            .confirmed(false)
            .portrait(FILE)
            .shoeSize(42.5)
            .age(7L)
            .mood(BookState.TORN_BURNT)
            .hobbies(List.of("x", ""))
            .address(Address.builder().geo(Geo.builder().x(1).y(2).build()).build())
            .friends(
                List.of(
                    Friend.builder().name("A").id("1").build(),
                    Friend.builder().name("B").id("2").build()))
            .attachment(FileAttachment.builder().file(FILE).build())
            .wish(AddWish.builder().title("T").build())
            .build();

    assertThat(Recorder.of(request))
        .containsExactly(
            "object=member",
            "confirmed=false",
            "member_id=m1",
            "born_at=1970-01-01T00:00:00.000Z",
            "portrait=" + FILE,
            "shoeSize=42.5",
            "age=7",
            "mood=torn/burnt",
            "presence=new",
            "presence=gone",
            "hobbies=x",
            "hobbies=",
            "address[geo][x]=1.0",
            "address[geo][y]=2.0",
            "friends[name]=A",
            "friends[id]=1",
            "friends[name]=B",
            "friends[id]=2",
            "attachment[type]=file",
            "attachment[file]=" + FILE,
            "wish[title]=T");
  }

  @Test
  void writesNothingThatIsAbsent() {
    assertThat(Recorder.of(required().build()))
        .containsExactly(
            "object=member",
            "member_id=m1",
            "born_at=1970-01-01T00:00:00.000Z",
            "presence=new",
            "presence=gone");
  }

  @Test
  void readsARequestWithFilesFromJson() throws IOException {
    EditMemberRequest request =
        required().portrait(FILE).attachment(LinkAttachment.builder().url("u").build()).build();

    String json = EditMemberRequestJsonAdapter.INSTANCE.toJson(request);

    assertThat(json).contains("{\"fileName\":\"f.png\",\"contentType\":\"image/png\"");
    assertThat(EditMemberRequestJsonAdapter.INSTANCE.fromJson(json)).isEqualTo(request);
  }

  @Test
  void refusesToSendAVariantThatTheSpecDoesNotKnow() {
    EditMemberRequest request = required().wish(new Wish.Unknown("{}")).build();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Recorder.of(request))
        .withMessage("Wish.Unknown cannot be sent in a form; build one of the known variants");
  }

  /** Writes each part as a line. */
  private static final class Recorder implements PartWriter {

    private final String outer;
    private final List<String> lines;

    private Recorder(String outer, List<String> lines) {
      this.outer = outer;
      this.lines = lines;
    }

    static List<String> of(BracketParts parts) {
      List<String> lines = new ArrayList<>();
      parts.writeParts(new Recorder("", lines));
      return lines;
    }

    private String path(String name) {
      return outer.isEmpty() ? name : outer + "[" + name + "]";
    }

    private void line(String name, @Nullable Object value) {
      if (value != null) {
        lines.add(path(name) + "=" + value);
      }
    }

    @Override
    public void text(String name, @Nullable String value) {
      line(name, value);
    }

    @Override
    public void bool(String name, @Nullable Boolean value) {
      line(name, value);
    }

    @Override
    public void integer(String name, @Nullable Long value) {
      line(name, value);
    }

    @Override
    public void number(String name, @Nullable Double value) {
      line(name, value);
    }

    @Override
    public void file(String name, @Nullable Upload value) {
      line(name, value);
    }

    @Override
    public void texts(String name, @Nullable List<String> values) {
      if (values != null) {
        values.forEach(value -> line(name, value));
      }
    }

    @Override
    public void object(String name, @Nullable BracketParts value) {
      if (value != null) {
        value.writeParts(new Recorder(path(name), lines));
      }
    }

    @Override
    public void objects(String name, @Nullable List<? extends BracketParts> values) {
      if (values != null) {
        values.forEach(value -> object(name, value));
      }
    }
  }
}
