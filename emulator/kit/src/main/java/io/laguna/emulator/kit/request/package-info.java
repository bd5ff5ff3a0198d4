/** Rules for the requests of every service: the declared constraints of their members, pages of lists, ids. */
package io.laguna.emulator.kit.request;
