/** The readers of statements about sessions, users, privileges and the catalog. */
package io.laguna.redshift.sql.session;
