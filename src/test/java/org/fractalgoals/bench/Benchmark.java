package org.fractalgoals.bench;

import java.nio.file.Path;
import java.util.Map;

/** Something to be measured. */
@FunctionalInterface
interface Benchmark {

  /**
   * @param directory empty; removed afterwards
   * @return figures by name, units in the names
   */
  Map<String, Object> run(Path directory) throws Exception;
}
