package dev.roster.codegen;

import com.samskivert.mustache.Mustache;
import dev.roster.codegen.emit.Views;
import dev.roster.codegen.spec.Spec;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The generator {@code retrofit-moshi}: immutable models with Moshi adapters, Retrofit interfaces
 * and the descriptions of operations.
 *
 * <p>Option {@code basePackage}: the package above {@code model} and {@code api}.
 */
public final class RetrofitMoshiCodegen extends DefaultCodegen {

  /** What is to be written; known once the document is read. */
  private @Nullable Views views;

  public RetrofitMoshiCodegen() {
    embeddedTemplateDir = getName();
    templateDir = getName();
    modelTemplateFiles.put("model.mustache", ".java");
    modelTemplateFiles.put("adapter.mustache", "JsonAdapter.java");
    apiTemplateFiles.put("api.mustache", ".java");
    cliOptions.clear();
    addOption("basePackage", "The package above model and api, such as dev.roster.linkedapi.", "");
  }

  @Override
  public String getName() {
    return "retrofit-moshi";
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.CLIENT;
  }

  @Override
  public String getHelp() {
    return "Generates a Java client on Retrofit and Moshi.";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    String basePackage = String.valueOf(additionalProperties.getOrDefault("basePackage", ""));
    if (basePackage.isEmpty()) {
      throw new IllegalArgumentException(
          "retrofit-moshi: the option basePackage is missing; set it in configOptions");
    }
    modelPackage = basePackage + ".model";
    apiPackage = basePackage + ".api";
    additionalProperties.put("modelPackage", modelPackage);
    additionalProperties.put("apiPackage", apiPackage);
    addSupportingFile("modelPackageInfo.mustache", modelPackage, "package-info.java");
    addSupportingFile("apiPackageInfo.mustache", apiPackage, "package-info.java");
    addSupportingFile("jsonAdapters.mustache", modelPackage, "JsonAdapters.java");
    addSupportingFile("operations.mustache", apiPackage, "Operations.java");
  }

  private void addSupportingFile(String template, String javaPackage, String file) {
    supportingFiles.add(new SupportingFile(template, folder(javaPackage), file));
  }

  /**
   * Spec and generator leave nothing for the OpenAPI Generator to interpret; see {@link Outline}.
   */
  @Override
  public void preprocessOpenAPI(OpenAPI openAPI) {
    Path path = Path.of(getInputSpec()).toAbsolutePath().normalize();
    String file = shownFile(path);
    Spec spec = Spec.read(file, textOf(path), openAPI);
    views = Views.of(spec, modelPackage);
    additionalProperties.put("specFile", file);
    additionalProperties.put("modelPackageDoc", Views.packageDoc(spec.description()));
    additionalProperties.put(
        "apiPackageDoc",
        Views.packageDoc(
            "The operations of "
                + spec.title()
                + " as Retrofit interfaces, and what its spec says of them."));
    additionalProperties.put("typeNames", List.copyOf(views.types().keySet()));
    additionalProperties.put("operationConstants", views.operations());
    Outline.cut(openAPI, spec);
  }

  /** Returns the last folder and the name of a file: the same wherever the project stands. */
  private static String shownFile(Path path) {
    return path.getName(path.getNameCount() - 2) + "/" + path.getFileName();
  }

  private static String textOf(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the spec " + path, e);
    }
  }

  // Both would rewrite the document before it is read, and give names to what has none.
  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  private Views views() {
    Views known = views;
    if (known == null) {
      throw new IllegalStateException("asked for a file before the document was read");
    }
    return known;
  }

  /** Puts into the data of each model's templates the view that they print. */
  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> objs) {
    Map<String, ModelsMap> models = super.postProcessAllModels(objs);
    models.forEach((name, model) -> model.putAll(views().type(name)));
    return models;
  }

  /** The library calls this once a tag, because the outline has one operation for each. */
  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap objs, List<ModelMap> allModels) {
    objs.put("api", views().apis().get(objs.getOperations().getClassname()));
    return objs;
  }

  /**
   * Runs after the last file. The library's own prints a request for donations into every build.
   */
  @Override
  public void postProcess() {
    Set<String> models = new HashSet<>(Set.of("package-info.java", "JsonAdapters.java"));
    views().types().keySet().forEach(name -> models.add(name + ".java"));
    views().types().keySet().forEach(name -> models.add(name + "JsonAdapter.java"));
    StaleFiles.delete(Path.of(modelFileFolder()), models);
    Set<String> apis = new HashSet<>(Set.of("package-info.java", "Operations.java"));
    views().apis().keySet().forEach(name -> apis.add(name + ".java"));
    StaleFiles.delete(Path.of(apiFileFolder()), apis);
  }

  /** Java is no HTML; and a section that no view has is a mistake in a template. */
  @Override
  public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
    return super.processCompiler(compiler)
        .escapeHTML(false)
        .strictSections(true)
        .emptyStringIsFalse(true);
  }

  @Override
  public String modelFileFolder() {
    return outputFolder + File.separator + folder(modelPackage);
  }

  @Override
  public String apiFileFolder() {
    return outputFolder + File.separator + folder(apiPackage);
  }

  private static String folder(String javaPackage) {
    return "src/main/java/".replace('/', File.separatorChar)
        + javaPackage.replace('.', File.separatorChar);
  }

  // Names and texts are made by the views; here they pass as they are.

  @Override
  public String toModelName(String name) {
    return name;
  }

  @Override
  public String toModelFilename(String name) {
    return name;
  }

  @Override
  public String toApiName(String name) {
    return Views.apiName(name);
  }

  @Override
  public String toApiFilename(String name) {
    return Views.apiName(name);
  }

  @Override
  public String sanitizeTag(String tag) {
    return tag;
  }

  @Override
  public String escapeQuotationMark(String input) {
    return input;
  }

  @Override
  public String escapeUnsafeCharacters(String input) {
    return input;
  }
}
