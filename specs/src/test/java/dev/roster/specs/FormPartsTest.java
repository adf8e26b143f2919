package dev.roster.specs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The parts of a form become the object that they mean. */
class FormPartsTest {

  private static final SpecDocument SMALL =
      SpecDocument.read(Path.of("src/test/resources/lint/small/small.yaml"));

  @Test
  void aRepeatedNameBecomesAnArray() throws IOException {
    assertThat(
            assemble("[{'name': 'names', 'value': 'Tom'}, {'name': 'names', 'value': 'Thomas'}]"))
        .isEqualTo(json("{'names': ['Tom', 'Thomas']}"));
  }

  @Test
  void membersOfObjectsInAnArrayArePairedByTheirOrder() throws IOException {
    assertThat(
            assemble(
                """
                [
                  {'name': 'tricks[name]', 'value': 'roll'},
                  {'name': 'tricks[name]', 'value': 'sleep'},
                  {'name': 'tricks[age]', 'value': '12'},
                  {'name': 'tricks[age]', 'value': '24'}
                ]
                """))
        .isEqualTo(json("{'tricks': [{'name': 'roll', 'age': 12}, {'name': 'sleep', 'age': 24}]}"));
  }

  @Test
  void aNumberIsReadAndWhatIsNoneStaysText() throws IOException {
    assertThat(assemble("[{'name': 'weight', 'value': '4.5'}]")).isEqualTo(json("{'weight': 4.5}"));
    assertThat(assemble("[{'name': 'weight', 'value': 'fat'}]"))
        .isEqualTo(json("{'weight': 'fat'}"));
  }

  @Test
  void bracketsLeadIntoAUnionAndAnUnknownNameIsKept() throws IOException {
    assertThat(assemble("[{'name': 'keeper[id]', 'value': '7'}, {'name': 'colour', 'file': 'a'}]"))
        .isEqualTo(json("{'keeper': {'id': '7'}, 'colour': 'a'}"));
  }

  private static String assemble(String parts) throws IOException {
    return FormParts.assemble(tree(parts), SMALL.component("NewPet"), SMALL).toString();
  }

  private static String json(String text) throws IOException {
    return tree(text).toString();
  }

  private static JsonNode tree(String text) throws IOException {
    return new JsonMapper().readTree(text.replace('\'', '"'));
  }
}
