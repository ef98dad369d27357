package org.fractalgoals.eventstore.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;

/**
 * Source files, parsed and no more: types are known by the names that the files use.
 *
 * @param units the files
 * @param docs tells the Javadoc in them
 */
record Sources(List<CompilationUnitTree> units, DocTrees docs) {

  /** All Java files of a folder. */
  static Sources in(Path folder) throws IOException {
    List<Path> files;
    try (var found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
          manager.getJavaFileObjectsFromPaths(files));
      var units = new ArrayList<CompilationUnitTree>();
      task.parse().forEach(units::add);
      return new Sources(units, DocTrees.instance(task));
    }
  }
}
