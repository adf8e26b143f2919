package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Type;
import dev.roster.codegen.spec.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the templates print of a union: its interface and its adapter. */
record UnionView(Type.UnionType type, MergedFields merged, boolean parts) {

  /** A variant: its class, and how its JSON is known. */
  record VariantView(String name, @Nullable String label, String indices) {}

  static UnionView of(Type.UnionType type, Usage usage) {
    JavaNames.type(type.place(), type.name());
    return new UnionView(type, new MergedFields(type), usage.writesParts(type));
  }

  public String name() {
    return type.name();
  }

  public String doc() {
    return Javadoc.of(type.description()).indented(0);
  }

  /** The clause that closes the interface to its variants. */
  public String permits() {
    Stream<String> known = type.variants().stream().map(variant -> variant.object().name());
    return Layout.list(
        4, "permits ", Stream.concat(known, Stream.of(name() + ".Unknown")).toList(), "");
  }

  /** The name on the wire of the label, as a literal. */
  public @Nullable String labelLiteral() {
    return type.label() == null ? null : JavaText.literal(type.label());
  }

  public boolean labelled() {
    return type.label() != null;
  }

  /** The accessor of the label. */
  public @Nullable String label() {
    return type.label() == null ? null : JavaNames.member(type.place(), type.label());
  }

  public @Nullable String labelDoc() {
    return type.label() == null
        ? null
        : Javadoc.ofHtml(
                "Tells which variant this is; of an unknown one, as the provider wrote it.")
            .indented(2);
  }

  public List<String> fields() {
    return merged.code();
  }

  /** All variants; the indices are those of its markers in {@link #options}. */
  public List<VariantView> variants() {
    List<VariantView> views = new ArrayList<>();
    int marker = 0;
    for (Type.Variant variant : type.variants()) {
      List<String> indices = new ArrayList<>();
      for (int i = 0; i < variant.markers().size(); i++) {
        indices.add(String.valueOf(marker++));
      }
      String label = variant.label() == null ? null : JavaText.literal(variant.label());
      views.add(new VariantView(variant.object().name(), label, String.join(", ", indices)));
    }
    return views;
  }

  /** The variants that have markers. */
  public List<VariantView> markedVariants() {
    return variants().stream().filter(variant -> !variant.indices().isEmpty()).toList();
  }

  /** The variant that is meant where no marker is there, or null: then it is unknown. */
  public @Nullable String unmarked() {
    return labelled()
        ? null
        : variants().stream()
            .filter(variant -> variant.indices().isEmpty())
            .map(VariantView::name)
            .findFirst()
            .orElse(null);
  }

  /** The names on the wire that the adapter looks for. */
  public String options() {
    Stream<String> markers = type.variants().stream().flatMap(one -> one.markers().stream());
    return Layout.call(6, "JsonReader.Options.of", markers.map(JavaText::literal).toList(), ";");
  }

  public List<String> imports() {
    String code = String.join("\n", fields());
    return new Imports()
        .add("com.squareup.moshi.JsonClass", "dev.roster.bindings.Field", "java.util.List")
        .addIf(parts, "dev.roster.bindings.BracketParts", "dev.roster.bindings.PartWriter")
        .addIf(code.contains("Adapters."), "dev.roster.bindings.json.Adapters")
        .addIf(code.contains("@Nullable"), "org.jspecify.annotations.Nullable")
        .sorted();
  }

  public List<String> adapterImports() {
    return new Imports()
        .add("com.squareup.moshi.JsonAdapter")
        .add("com.squareup.moshi.JsonReader", "com.squareup.moshi.JsonWriter")
        .add("dev.roster.bindings.json.RawJson", "dev.roster.bindings.json.Variants")
        .addIf(unmarked() == null, "dev.roster.bindings.json.Unknown")
        .add("java.io.IOException", "org.jspecify.annotations.Nullable")
        .sorted();
  }
}
