/** Results as Athena gives and keeps them. */
package io.laguna.emulator.athena.result;
