package org.fractalgoals.api.program;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import tools.jackson.databind.JsonNode;

/**
 * A fractal with programs in it.
 *
 * @param root the fractal
 */
record Programs(RunningServer server, String root) {

  private static final AtomicLong BLOCK_IDS = new AtomicLong(1_767_200_643_898L);

  /** 2031-01-06 is a Monday. */
  static final String DATES = "\"startDate\":\"2031-01-06\",\"endDate\":\"2031-01-14\"";

  static Programs on(RunningServer server) {
    return new Programs(server, server.fractal("Sail"));
  }

  /** The path of the programs, with what is to follow it. */
  String path(String rest) {
    return "/api/%s/programs%s".formatted(root, rest);
  }

  Answer create(String body) {
    server.clock().advance(Duration.ofSeconds(1));
    return server.post(path(""), body);
  }

  /** Adds a program that has these members besides its name and dates; answers its id. */
  String program(String more) {
    return create("""
      {"name":"Refit","start_date":"2031-01-06","end_date":"2031-02-01"%s}
      """.formatted(more.isEmpty() ? "" : "," + more)).ok(201).id();
  }

  /** Adds a program with these blocks; answers its id. */
  String withBlocks(String... blocks) {
    return program("\"weeklySchedule\":" + list(blocks));
  }

  static String list(String... blocks) {
    return "[" + String.join(",", blocks) + "]";
  }

  /** A block from Monday to the Tuesday after the next Monday, with what is listed for each Monday. */
  static String block(String id, String... onMondays) {
    return """
      {"id":"%s","name":"Base","color":"#123456",%s,"weeklySchedule":{"monday":[%s]}}
      """.formatted(id, DATES, quoted(onMondays)).strip();
  }

  static String quoted(String... ids) {
    return ids.length == 0 ? "" : "\"" + String.join("\",\"", ids) + "\"";
  }

  Answer save(String program, String... blocks) {
    return change(program, "{\"weeklySchedule\":%s}".formatted(list(blocks)));
  }

  Answer change(String program, String body) {
    return server.put(path("/" + program), body);
  }

  Answer read(String program) {
    return server.get(path("/" + program));
  }

  /** The days of the first block. */
  List<JsonNode> days(String program) {
    return days(program, 0);
  }

  List<JsonNode> days(String program, int block) {
    return read(program).ok(200).at("/blocks/%d/days".formatted(block)).valueStream().toList();
  }

  static List<String> texts(List<JsonNode> nodes, String member) {
    return nodes.stream().map(node -> node.get(member).asString()).toList();
  }

  /** The templates that are planned for a day. */
  static List<String> planned(JsonNode day) {
    return texts(day.get("sessions").valueStream().toList(), "session_template_id");
  }

  /** The path of the days of a block, with what is to follow it. */
  String days(String program, String block, String rest) {
    return path("/%s/blocks/%s/days%s".formatted(program, block, rest));
  }

  Answer addDay(String program, String block, String body) {
    return server.post(days(program, block, ""), body);
  }

  String template(String name) {
    return server.post("/api/%s/session-templates".formatted(root), """
      {"name":"%s","template_data":{"a":1}}
      """.formatted(name)).ok(201).id();
  }

  void deleteTemplate(String id) {
    server.delete("/api/%s/session-templates/%s".formatted(root, id)).ok(200);
  }

  String goal(String name) {
    return server.goal(root, root, name);
  }

  /** An id for a block, as the client makes them. */
  String blockId() {
    return Long.toString(BLOCK_IDS.incrementAndGet());
  }
}
