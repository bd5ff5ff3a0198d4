/** The Security Token Service: who the caller is, and temporary credentials. */
package io.laguna.emulator.sts;
