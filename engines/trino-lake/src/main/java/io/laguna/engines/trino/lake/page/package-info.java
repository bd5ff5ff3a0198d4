/** The rules of a table's SerDe and properties about reading its files, and the readers that follow them. */
package io.laguna.engines.trino.lake.page;
