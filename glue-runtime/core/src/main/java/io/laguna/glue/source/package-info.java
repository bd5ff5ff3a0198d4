/** Sources: frames of files, of the catalog's tables and of databases. */
package io.laguna.glue.source;
