/**
 * Collections as resources over HTTP, as {@code CRUD} routes serve them: lists with filters, order
 * and pages, records with entity tags, merge patches. Pure: from a request and the data of a moment
 * to an outcome. Start at {@link dev.homeport.engine.crud.CrudStep}.
 */
@NullMarked
package dev.homeport.engine.crud;

import org.jspecify.annotations.NullMarked;
