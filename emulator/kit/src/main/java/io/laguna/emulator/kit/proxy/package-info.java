/** Requests of web clients as the events that functions get, and what functions return as the answers to them. */
package io.laguna.emulator.kit.proxy;
