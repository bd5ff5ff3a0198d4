/** Objects of Trino's interfaces, some of whose calls are answered otherwise. */
package io.laguna.engines.trino.lake.call;
