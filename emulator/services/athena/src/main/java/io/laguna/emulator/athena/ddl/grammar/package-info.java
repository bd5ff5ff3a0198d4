/** The readers of the parts that statements share: names, literals and types, by Spark's grammar. */
package io.laguna.emulator.athena.ddl.grammar;
