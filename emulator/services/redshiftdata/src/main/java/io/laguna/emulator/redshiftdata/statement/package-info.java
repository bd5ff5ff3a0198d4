/** Statements from their submission to their end, and the sessions in which they run. */
package io.laguna.emulator.redshiftdata.statement;
