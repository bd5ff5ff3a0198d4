/** The workgroups, their settings and the engine versions that they choose. */
package io.laguna.emulator.athena.workgroup;
