package org.fractalgoals.migration.legacy;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes a row as the JSON text that is kept beside the first event made from it:
 * {@code {"file","stage","table","rowid","pk":[…],"cols":[[name,class,value],…]}}. Integers are numbers; reals are texts,
 * the shortest that read back as the same number; bytes are lower-case hexadecimal; NULL is null. Text that is not valid
 * in the encoding of the file is {@code {"hex":…}}.
 */
public final class RawRow {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RawRow() {}

  /**
   * The text of one row.
   *
   * @param sha256 hash of the file the row stands in
   * @param stage stage of that file
   */
  public static String json(String sha256, Stage stage, LegacyRow row) {
    var json = JSON.createObjectNode();
    json.put("file", sha256).put("stage", stage.name()).put("table", row.table())
        .put("rowid", row.rowid());
    var key = json.putArray("pk");
    row.key().forEach(value -> add(key, value));
    var columns = json.putArray("cols");
    for (var cell : row.cells()) {
      add(columns.addArray().add(cell.column()).add(cell.value().storage()), cell.value());
    }
    return JSON.writeValueAsString(json);
  }

  /**
   * The row that a text stands for. Its cells are exactly those that were written; of its key, reals and bytes are read
   * as texts.
   *
   * @throws IllegalStateException if it is not the text of a row
   */
  public static LegacyRow read(String json) {
    try (var parser = JSON.createParser(json)) {
      return new RawRowReader(parser).row();
    } catch (JacksonException e) {
      throw new IllegalStateException("This is not the text of a row.", e);
    }
  }

  private static void add(ArrayNode array, CellValue value) {
    switch (value) {
      case CellValue.Null none -> array.addNull();
      case CellValue.Int(var number) -> array.add(number);
      case CellValue.Real real -> array.add(real.text());
      case CellValue.Text(var text) -> array.add(text);
      case CellValue.BrokenText broken -> array.addObject().put("hex", broken.hex());
      case CellValue.Blob(var hex) -> array.add(hex);
    }
  }
}
