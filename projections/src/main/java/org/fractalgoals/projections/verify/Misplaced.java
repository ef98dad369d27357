package org.fractalgoals.projections.verify;

/**
 * A row that is in another fractal than what it stands under.
 *
 * @param key the row, by its key such as {@code id "0197…"}
 * @param root the fractal it says it is in
 * @param column the column that names what it stands under
 * @param parent id of what it stands under
 * @param parentRoot the fractal that is in
 */
public record Misplaced(String table, String key, String root, String column, String parent,
    String parentRoot) {}
