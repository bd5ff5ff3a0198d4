/** Named queries and prepared statements. */
package io.laguna.emulator.athena.saved;
