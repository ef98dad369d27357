package org.fractalgoals.migration.legacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.fractalgoals.migration.legacy.LegacyRow.Cell;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what {@link RawRow} writes, token by token: a file may have a million rows. */
final class RawRowReader {

  private final JsonParser json;

  RawRowReader(JsonParser json) {
    this.json = json;
  }

  LegacyRow row() {
    String table = "";
    Long rowid = null;
    List<CellValue> key = List.of();
    List<Cell> cells = List.of();
    require(json.nextToken() == JsonToken.START_OBJECT);
    for (var member = json.nextName(); member != null; member = json.nextName()) {
      var token = json.nextToken();
      switch (member) {
        case "table" -> table = json.getString();
        case "rowid" -> rowid = token == JsonToken.VALUE_NULL ? null : json.getLongValue();
        case "pk" -> key = key();
        case "cols" -> cells = cells();
        default -> json.skipChildren();
      }
    }
    return new LegacyRow(table, rowid, key, cells);
  }

  /** The values of the key have no class beside them: a real among them is read as a text. */
  private List<CellValue> key() {
    var values = new ArrayList<CellValue>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(switch (json.currentToken()) {
        case VALUE_NULL -> new CellValue.Null();
        case VALUE_NUMBER_INT -> new CellValue.Int(json.getLongValue());
        default -> text();
      });
    }
    return values;
  }

  private List<Cell> cells() {
    var cells = new ArrayList<Cell>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      var column = json.nextStringValue();
      var storage = json.nextStringValue();
      json.nextToken();
      cells.add(new Cell(required(column), value(required(storage))));
      require(json.nextToken() == JsonToken.END_ARRAY);
    }
    return cells;
  }

  private CellValue value(String storage) {
    return switch (storage) {
      case "null" -> new CellValue.Null();
      case "integer" -> new CellValue.Int(json.getLongValue());
      case "real" -> new CellValue.Real(Double.parseDouble(json.getString()));
      case "text" -> text();
      case "blob" -> new CellValue.Blob(json.getString());
      default -> throw new IllegalStateException("SQLite has no storage class " + storage);
    };
  }

  private CellValue text() {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return new CellValue.Text(json.getString());
    }
    json.nextName();
    var hex = required(json.nextStringValue());
    require(json.nextToken() == JsonToken.END_OBJECT);
    return new CellValue.BrokenText(
        new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8), hex);
  }

  private static String required(@Nullable String text) {
    require(text != null);
    return String.valueOf(text);
  }

  private static void require(boolean isSo) {
    if (!isSo) {
      throw new IllegalStateException("This is not the text of a row.");
    }
  }
}
