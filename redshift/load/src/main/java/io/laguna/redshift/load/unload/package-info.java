/** Rows of a query as the files of an UNLOAD. */
package io.laguna.redshift.load.unload;
