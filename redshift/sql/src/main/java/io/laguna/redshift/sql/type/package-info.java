/** Redshift's types, as PostgreSQL's. */
package io.laguna.redshift.sql.type;
