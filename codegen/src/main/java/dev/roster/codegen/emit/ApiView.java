package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Api;
import dev.roster.codegen.spec.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the template prints of a tag: its Retrofit interface. */
record ApiView(String name, String doc, List<String> imports, List<CallView> calls) {

  /** Makes a method of each operation; two of one name cannot stand in one interface. */
  static ApiView of(Api api, String modelPackage) {
    Set<String> seen = new HashSet<>();
    List<CallView> calls = new ArrayList<>();
    for (Call call : api.calls()) {
      CallView view = CallView.of(call);
      if (!seen.add(view.method())) {
        throw call.place().error("has the Java name " + view.method() + " of another operation");
      }
      calls.add(view);
    }
    Imports imports = new Imports();
    calls.forEach(call -> call.addImports(imports, modelPackage));
    return new ApiView(
        JavaNames.api(api.place(), api.tag()),
        Javadoc.of(api.description()).indented(0),
        imports.sorted(),
        List.copyOf(calls));
  }
}
