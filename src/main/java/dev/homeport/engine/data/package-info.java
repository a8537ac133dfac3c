/**
 * Collections of records that requests read and change, as immutable snapshots: no request, no
 * template, no lock. Start at {@link dev.homeport.engine.data.Data}.
 */
@NullMarked
package dev.homeport.engine.data;

import org.jspecify.annotations.NullMarked;
