package dev.roster.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the OpenAPI Generator with our generator, as its Maven plugin does. */
final class GeneratorRun {

  static final String PACKAGE = "dev.roster.codegen.golden";

  private GeneratorRun() {}

  static void generate(Path spec, Path output) {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName("retrofit-moshi")
            .setInputSpec(spec.toString())
            .setOutputDir(output.toString())
            .setEnableMinimalUpdate(true)
            .addAdditionalProperty("basePackage", PACKAGE);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }

  /** Returns the text of each generated Java file by its path below the packages. */
  static Map<String, String> javaFiles(Path output) throws IOException {
    return javaFilesBelow(output.resolve("src/main/java").resolve(PACKAGE.replace('.', '/')));
  }

  static Map<String, String> javaFilesBelow(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }
}
