package org.fractalgoals.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.migration.MigrationResult;
import org.fractalgoals.migration.proof.Difference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report of an import for programs. */
record ImportReportJson(ImportReport report) {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.INDENT_OUTPUT).build();

  String text() {
    return JSON.writeValueAsString(members()) + "\n";
  }

  private Map<String, @Nullable Object> members() {
    var outcome = report.outcome();
    var result = outcome.result();
    var members = new LinkedHashMap<String, @Nullable Object>();
    members.put("file", file(result));
    members.put("importId", result.importId());
    members.put("by", result.actor());
    members.put("startedAt", result.at().toString());
    members.put("seconds", report.took().toMillis() / 1000.0);
    members.put("zone", result.zone().getId());
    members.put("events", result.events());
    members.put("tables", result.tables().stream().map(ImportReportJson::table).toList());
    members.put("skipped", Map.of("rows", result.skipped().count(), "things",
        result.skipped().things()));
    members.put("unknownTables", result.unknownTables());
    members.put("unknownColumns", result.unknownColumns());
    var flags = new LinkedHashMap<String, Object>();
    result.flags().forEach((flag, count) -> flags.put(flag,
        Map.of("count", count.events(), "ids", count.ids())));
    members.put("flags", flags);
    members.put("conflicts", result.conflicts().stream()
        .map(conflict -> Map.of("thing", conflict.thing().toString(), "field", conflict.field(),
            "taken", conflict.taken()))
        .toList());
    outcome.contents().ifPresent(contents -> {
      members.put("readModel", contents.rows());
      members.put("placeholders", contents.placeholders());
      members.put("nullRoots", contents.nullRoots());
      members.put("foreignKeyCheck", contents.brokenReferences());
    });
    outcome.proof().ifPresent(proof -> members.put("proof", Map.of("equal", proof.equal(), "rows",
        proof.rows(), "purged", proof.purged(), "cells", proof.cells(), "differences",
        proof.differences().stream().map(Difference::sentence).toList())));
    members.put("phases", report.phases().stream().map(phase -> Map.of("name", phase.name(),
        "seconds", phase.took().toMillis() / 1000.0)).toList());
    return members;
  }

  private static Map<String, Object> table(TableRows table) {
    var members = new LinkedHashMap<String, Object>();
    members.put("table", table.table());
    members.put("read", table.read());
    members.put("told", table.told());
    members.put("kept", table.kept());
    members.put("unchanged", table.unchanged());
    members.put("skipped", table.skipped());
    return members;
  }

  private static Map<String, Object> file(MigrationResult result) {
    var file = result.file();
    var members = new LinkedHashMap<String, Object>();
    members.put("name", file.name());
    members.put("sha256", file.sha256());
    members.put("bytes", file.bytes());
    members.put("stage", file.stage().name());
    return members;
  }
}
