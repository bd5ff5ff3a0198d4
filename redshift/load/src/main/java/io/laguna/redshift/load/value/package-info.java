/** Values of files as Redshift's columns take them, written as PostgreSQL's binary COPY wants them. */
package io.laguna.redshift.load.value;
