/** Laguna's own PostgreSQL schema: what the services know and the engines behind them cannot hold. */
package io.laguna.emulator.kit.state;
