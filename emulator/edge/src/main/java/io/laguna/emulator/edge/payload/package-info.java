/** Bodies as clients of S3 send them: in signed or unsigned chunks, with checksums behind them, and what is promised of them. */
package io.laguna.emulator.edge.payload;
