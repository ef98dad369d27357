package org.fractalgoals.migration.merge;

import org.fractalgoals.domain.entity.EntityRef;

/**
 * A file says something else than when it was last imported, and it cannot simply be taken: a person has changed the same
 * since, or it never changes, or what it is about was deleted.
 *
 * @param thing what file and store disagree about
 * @param field in what, by the name of the legacy column
 * @param taken whether what the file says was taken all the same
 */
public record Conflict(EntityRef thing, String field, boolean taken) {}
