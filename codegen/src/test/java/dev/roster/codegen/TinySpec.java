package dev.roster.codegen;

import dev.roster.codegen.emit.Views;
import dev.roster.codegen.spec.Spec;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.Map;

/** A spec that is whole, and of which a test replaces a piece. */
final class TinySpec {

  private static final String WHOLE =
      """
      openapi: 3.1.0
      info: {title: Tiny, version: '1', x-provider: tiny, description: A tiny provider.}
      servers: [{url: https://tiny.example}]
      security: [{key: []}]
      tags: [{name: Things, description: The things.}]
      paths:
        /things/{id}:
          post:
            operationId: makeThing
            x-operation-name: thing.make
            x-source: {document: Page, section: Making, evidence: documented}
            tags: [Things]
            summary: Makes a thing.
            description: Makes one.
            parameters:
              - {name: id, in: path, required: true, description: Which., schema: {type: string}}
            requestBody:
              description: The thing.
              required: true
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Thing'}
            responses:
              '200':
                description: Made.
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
              '400':
                description: Not made.
                x-error-types: [bad]
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Problem'}
              default:
                description: Whatever else.
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Problem'}
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: key}
        schemas:
          Thing:
            description: A thing.
            type: object
            required: [id]
            properties:
              id: {description: Which., type: string}
              size: {description: How big., type: number, format: double}
              parts: {description: Of what., type: array, items: {type: string}}
          Problem:
            description: What went wrong.
            type: object
            x-error-type-at: [code]
            x-error-message-at: [text]
            required: [code]
            properties:
              code: {description: The kind., $ref: '#/components/schemas/Code'}
              text: {description: The words., type: string}
          Code:
            description: The kinds.
            type: string
            enum: [bad]
            x-enum-descriptions: {bad: It was bad.}
      """;

  private String text = WHOLE;

  /** Replaces the one piece of the spec that reads {@code old}. */
  TinySpec with(String old, String replacement) {
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException("stands not once in the spec: " + old);
    }
    text = text.replace(old, replacement);
    return this;
  }

  /** Adds schemas, whose lines start without indentation. */
  TinySpec withSchemas(String schemas) {
    text += schemas.indent(4);
    return this;
  }

  /** Adds a property to Thing, such as {@code "name: {description: N., type: string}"}. */
  TinySpec withProperty(String property) {
    return with("        size:", "        " + property + "\n        size:");
  }

  /** Does everything that the generator does but writing. */
  Map<String, ?> read() {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    return Views.of(
            Spec.read(
                "specs/tiny.yaml",
                text,
                new OpenAPIV3Parser().readContents(text, null, options).getOpenAPI()),
            "tiny.model")
        .types();
  }
}
