/** The files of tables on S3, as a query lists them. */
package io.laguna.engines.trino.lake.files;
