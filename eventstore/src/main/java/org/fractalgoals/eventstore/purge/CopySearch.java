package org.fractalgoals.eventstore.purge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.purge.Positions;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.purge.Copies.Mention;
import org.fractalgoals.eventstore.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/** Looks for what people wrote of something that is to be purged in the events of other things and in kept rows. */
public record CopySearch(StatementCache statements, EventCodec codec) {

  /** The fields that people write texts into, by the names of the legacy columns. */
  private static final Set<String> WRITTEN = Set.of("name", "description", "notes", "content");

  /** Shorter ones are everywhere. */
  private static final int SHORTEST = 3;

  /** More would be looked for too long; the longest tell most. */
  private static final int MOST_TEXTS = 200;

  /** Looks through the rest of the fractal, and through what imports kept. */
  public Copies copies(PurgePlan plan, String rootId) throws SQLException {
    var positions = plan.positions();
    var texts = texts(positions);
    return new Copies(texts, mentions(texts, positions, rootId));
  }

  private List<String> texts(Positions positions) throws SQLException {
    var texts = new LinkedHashSet<String>();
    var select = statements.get("""
      SELECT position, type, revision, payload FROM events WHERE position BETWEEN ? AND ?
      """);
    for (var run : positions.runs()) {
      select.setLong(1, run.first());
      select.setLong(2, run.last());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var event = codec.decode(rows.getLong(1), rows.getString(2), rows.getInt(3),
              rows.getString(4));
          for (var fact : FieldEvents.told(event, new Facts())) {
            if (WRITTEN.contains(fact.key().field()) && fact.value() instanceof String text
                && text.strip().length() >= SHORTEST) {
              texts.add(text);
            }
          }
        }
      }
    }
    return texts.stream().sorted(Comparator.comparingInt(String::length).reversed())
        .limit(MOST_TEXTS).toList();
  }

  private List<Mention> mentions(List<String> texts, Positions positions, String rootId)
      throws SQLException {
    var needles = texts.stream().flatMap(text -> forms(text).stream()).distinct().toList();
    var counts = new LinkedHashMap<String, Long>();
    var select = statements.get("""
      SELECT position, stream, payload, source_row
        FROM events
       WHERE root_id IN (?, ?) AND payload IS NOT NULL
       ORDER BY position
      """);
    select.setString(1, rootId);
    select.setString(2, Envelope.SYSTEM_ROOT);
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        if (!positions.contains(rows.getLong(1))
            && (has(rows.getString(3), needles) || has(rows.getString(4), needles))) {
          counts.merge(rows.getString(2), 1L, Long::sum);
        }
      }
    }
    var mentions = new ArrayList<Mention>();
    counts.forEach((stream, events) -> mentions.add(new Mention(stream, events)));
    return mentions;
  }

  /** As it is, in JSON, and in JSON that is a text in JSON. */
  private Set<String> forms(String text) {
    var once = escaped(text);
    var forms = new LinkedHashSet<String>();
    forms.add(text);
    forms.add(once);
    forms.add(escaped(once));
    return forms;
  }

  private String escaped(String text) {
    var json = codec.encode(text);
    return json.substring(1, json.length() - 1);
  }

  private static boolean has(@Nullable String where, List<String> needles) {
    return where != null && needles.stream().anyMatch(where::contains);
  }
}
