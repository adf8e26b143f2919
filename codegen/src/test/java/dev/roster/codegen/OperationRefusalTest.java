package dev.roster.codegen;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.codegen.spec.SpecException;
import org.junit.jupiter.api.Test;

/** What an operation may not say, and what the build then says. */
class OperationRefusalTest {

  private static final String FILE = "specs/tiny.yaml: ";
  private static final String OPERATION = FILE + "operation makeThing";
  private static final String PARAMETER =
      "- {name: id, in: path, required: true, description: Which., schema: {type: string}}";
  private static final String BODY =
      """
                application/json:
                  schema: {$ref: '#/components/schemas/Thing'}
            responses:
      """
          .stripTrailing();

  private static void refused(TinySpec spec, String message) {
    assertThatExceptionOfType(SpecException.class).isThrownBy(spec::read).withMessage(message);
  }

  private static void refusedParameter(String parameter, String message) {
    refused(
        new TinySpec().with(PARAMETER, PARAMETER + "\n        - " + parameter),
        OPERATION + ".parameters." + message);
  }

  @Test
  void missingProvider() {
    refused(
        new TinySpec().with(", x-provider: tiny", ""),
        FILE + "info lacks x-provider; add it: the provider's id, such as linkedapi");
  }

  @Test
  void anotherVersionOfOpenApi() {
    refused(
        new TinySpec().with("openapi: 3.1.0", "openapi: 3.0.3"),
        FILE + "openapi is 3.0.3; the generator reads 3.1");
  }

  @Test
  void twoServers() {
    refused(
        new TinySpec()
            .with("[{url: https://tiny.example}]", "[{url: 'https://a'}, {url: 'https://b'}]"),
        FILE + "servers must have one server without variables, the default base URL");
  }

  @Test
  void credentialInTheQuery() {
    refused(
        new TinySpec().with("in: header, name: key", "in: query, name: key"),
        FILE
            + "components.securitySchemes.key is neither an apiKey in a header nor http bearer; only"
            + " these are supported");
  }

  @Test
  void basicAuthentication() {
    refused(
        new TinySpec().with("type: apiKey, in: header, name: key", "type: http, scheme: basic"),
        FILE
            + "components.securitySchemes.key is neither an apiKey in a header nor http bearer; only"
            + " these are supported");
  }

  @Test
  void twoCredentials() {
    refused(
        new TinySpec()
            .with(
                "    key: {type: apiKey",
                "    other: {type: http, scheme: bearer}\n    key: {type: apiKey"),
        FILE
            + "components.securitySchemes must have one scheme, the one that every operation uses");
  }

  @Test
  void securityOfOneOperation() {
    refused(
        new TinySpec()
            .with("summary: Makes a thing.", "summary: Makes a thing.\n      security: []"),
        OPERATION + " has a security of its own; one credential serves all operations");
  }

  @Test
  void missingOperationId() {
    refused(
        new TinySpec().with("operationId: makeThing", "deprecated: false"),
        FILE + "paths./things/{id}.post has no operationId, which names its method");
  }

  @Test
  void missingOperationName() {
    refused(
        new TinySpec().with("x-operation-name: thing.make", "deprecated: false"),
        OPERATION + " lacks x-operation-name; add it: the provider's own name for the operation");
  }

  @Test
  void missingSource() {
    refused(
        new TinySpec().with("document: Page, ", ""),
        OPERATION + ".x-source lacks document; add it: the provider's document");
  }

  @Test
  void methodThatRetrofitDoesNotKnow() {
    refused(
        new TinySpec().with("    post:", "    trace:"),
        OPERATION + " is a TRACE; supported are [POST, GET, PUT, PATCH, DELETE]");
  }

  @Test
  void deprecatedOperation() {
    refused(
        new TinySpec()
            .with("x-operation-name: thing.make", "x-operation-name: m\n      deprecated: true"),
        OPERATION + " is deprecated, which the generator cannot express; say it in words");
  }

  @Test
  void bodyOfAGet() {
    refused(
        new TinySpec().with("    post:", "    get:"),
        OPERATION + " is a GET with a body, which Retrofit does not send");
  }

  @Test
  void serversOfOneOperation() {
    refused(
        new TinySpec()
            .with(
                "summary: Makes a thing.",
                "summary: Makes a thing.\n      servers: [{url: https://other.example}]"),
        OPERATION + " has callbacks or servers of its own, which are not supported");
  }

  @Test
  void nameInThePathThatIsNoParameter() {
    refused(
        new TinySpec().with("/things/{id}:", "/things/{id}/{part}:"),
        OPERATION + " has the path /things/{id}/{part}, but no path parameter part");
  }

  @Test
  void constantParameter() {
    refusedParameter(
        "{name: q, in: query, description: Q., schema: {type: string, const: x}}",
        "q.schema is a const, which a parameter cannot be");
  }

  @Test
  void twoTags() {
    refused(
        new TinySpec().with("tags: [Things]", "tags: [Things, Others]"),
        OPERATION + " must have one tag, which names its interface");
  }

  @Test
  void tagWithoutADescription() {
    refused(
        new TinySpec().with("tags: [Things]", "tags: [Others]"),
        FILE + "tags does not describe Others");
  }

  @Test
  void cookie() {
    refusedParameter(
        "{name: c, in: cookie, description: C., schema: {type: string}}",
        "c stands in cookie; supported are path, query and header");
  }

  @Test
  void headerOfTheClient() {
    refusedParameter(
        "{name: Content-Type, in: header, description: C., schema: {type: string}}",
        "Content-Type is a header that the HTTP client sets by itself");
  }

  @Test
  void styleOfAParameter() {
    refusedParameter(
        "{name: q, in: query, style: deepObject, description: Q., schema: {type: string}}",
        "q has the style deepObject; supported here is only form");
  }

  @Test
  void joinedListInTheQuery() {
    refusedParameter(
        "{name: q, in: query, explode: false, description: Q., schema: {type: array, items: {type:"
            + " string}}}",
        "q has explode: false, which is not supported here");
  }

  @Test
  void listInAHeader() {
    refusedParameter(
        "{name: q, in: header, description: Q., schema: {type: array, items: {type: string}}}",
        "q holds more than a text, number, boolean or time; not supported here");
  }

  @Test
  void objectInTheQuery() {
    refusedParameter(
        "{name: q, in: query, description: Q., schema: {$ref: '#/components/schemas/Thing'}}",
        "q holds more than a text, number, boolean or time; not supported here");
  }

  @Test
  void parameterWithoutASchema() {
    refusedParameter(
        "{name: q, in: query, description: Q., content: {text/plain: {schema: {type: string}}}}",
        "q has no schema; a parameter with content is not supported");
  }

  @Test
  void pathParameterThatIsNotInThePath() {
    refusedParameter(
        "{name: q, in: path, required: true, description: Q., schema: {type: string}}",
        "q is in the path: it must be required and stand in /things/{id}");
  }

  @Test
  void twoContentTypesOfABody() {
    refused(
        new TinySpec().with(BODY, "          text/plain: {schema: {type: string}}\n" + BODY),
        OPERATION
            + ".requestBody has more than one content type, text/plain and application/json; keep"
            + " the one that is sent");
  }

  @Test
  void anotherContentType() {
    refused(
        new TinySpec().with(BODY, BODY.replace("application/json", "application/xml")),
        OPERATION
            + ".requestBody has the content type application/xml; supported are application/json"
            + " and multipart/form-data");
  }

  @Test
  void multipartWithoutBrackets() {
    refused(
        new TinySpec().with(BODY, BODY.replace("application/json", "multipart/form-data")),
        OPERATION
            + ".requestBody is multipart/form-data without x-multipart-notation: bracket; other"
            + " notations are not supported");
  }

  @Test
  void valuesThatAFormCannotHold() {
    refused(
        new TinySpec()
            .with(
                BODY,
                BODY.replace(
                    "application/json:",
                    "multipart/form-data:\n            x-multipart-notation: bracket"))
            .withProperty("a: {description: A., type: array, items: {type: boolean}}"),
        FILE
            + "components.schemas.Thing.properties.a is a list in a form; there only lists of"
            + " texts, enums and objects are supported");
  }

  @Test
  void optionalBody() {
    refused(
        new TinySpec().with("        required: true\n        content:", "        content:"),
        OPERATION + ".requestBody is optional, which is not supported; write required: true");
  }

  @Test
  void bodyWithoutAName() {
    refused(
        new TinySpec()
            .with(BODY, BODY.replace("{$ref: '#/components/schemas/Thing'}", "{type: object}")),
        OPERATION
            + ".requestBody has a schema without a name; refer to one under components.schemas");
  }

  @Test
  void successWithoutContent() {
    refused(
        new TinySpec().with("'200':", "'201': {description: Made.}\n        '299':"),
        OPERATION
            + ".responses.201 has no content; an operation without an answer is not supported");
  }

  @Test
  void twoSuccesses() {
    refused(
        new TinySpec()
            .with(
                "'200':",
                "'201': {description: M., content: {application/json: {schema: {$ref:"
                    + " '#/components/schemas/Thing'}}}}\n        '200':"),
        OPERATION + ".responses.200 is a second success of this operation; only one is supported");
  }

  @Test
  void twoErrorSchemas() {
    refused(
        new TinySpec()
            .with(
                "'400':",
                "'401': {description: N., content: {application/json: {schema: {$ref:"
                    + " '#/components/schemas/Thing'}}}}\n        '400':"),
        OPERATION
            + ".responses.400 has the error schema Problem beside Thing; one operation has one error"
            + " schema");
  }

  @Test
  void errorSchemaWithoutItsPaths() {
    refused(
        new TinySpec().with("x-error-message-at: [text]", "deprecated: false"),
        FILE
            + "components.schemas.Problem is an error's body and lacks x-error-type-at or"
            + " x-error-message-at, the dotted paths to its type and message");
  }

  @Test
  void errorTypeThatIsNotDocumented() {
    refused(
        new TinySpec().with("x-error-types: [bad]", "x-error-types: [bad, worse]"),
        OPERATION + ".responses.400.x-error-types names worse, which is no value of Code");
  }

  @Test
  void errorTypesThatNoEnumDescribes() {
    refused(
        new TinySpec().with("x-error-type-at: [code]", "x-error-type-at: [text]"),
        OPERATION
            + ".responses.400 has x-error-types, but no path of x-error-type-at in Problem leads to"
            + " an enum that describes them");
  }

  @Test
  void rangeOfStatuses() {
    refused(
        new TinySpec().with("'400':", "'4XX':"),
        OPERATION + ".responses.4XX is no HTTP status; ranges such as 4XX are not supported");
  }

  @Test
  void envelopeWithoutItsSuccess() {
    refused(
        new TinySpec()
            .withSchemas(
                "Wrap: {description: W., type: object, x-envelope-payload: data, properties: {}}\n"),
        FILE
            + "components.schemas.Wrap lacks x-envelope-success; add it: the boolean that is false"
            + " in failures");
  }

  @Test
  void envelopeInAnotherSchema() {
    refused(
        new TinySpec()
            .withSchemas(
                """
                Wrap:
                  description: W.
                  type: object
                  x-envelope-payload: data
                  x-envelope-success: ok
                  required: [ok, data]
                  properties:
                    ok: {description: O., type: boolean, const: true}
                    data: {description: D., $ref: '#/components/schemas/Thing'}
                """)
            .with(
                "text: {description: The words., type: string}",
                "text: {description: The words., $ref: '#/components/schemas/Wrap'}"),
        FILE
            + "components.schemas.Problem.properties.text refers to Wrap, an envelope; envelopes"
            + " stand only around whole answers");
  }
}
