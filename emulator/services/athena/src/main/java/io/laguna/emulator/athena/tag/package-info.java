/** Tags of Athena's resources. */
package io.laguna.emulator.athena.tag;
