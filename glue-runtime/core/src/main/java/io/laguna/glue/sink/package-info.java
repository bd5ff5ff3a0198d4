/** Sinks: frames to files, to the catalog's tables and to databases. */
package io.laguna.glue.sink;
