/** COPY and UNLOAD without service and connection: files become rows, rows become files. */
package io.laguna.redshift.load;
