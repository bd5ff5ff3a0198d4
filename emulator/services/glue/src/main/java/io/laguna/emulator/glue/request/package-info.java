/** Rules for the requests of every room of Glue: members, failures, and the room itself. */
package io.laguna.emulator.glue.request;
