/** Query executions: their queue, their runs, their results and their records. */
package io.laguna.emulator.athena.query;
