/** YARN: what its ResourceManager tells of nodes and applications. */
package io.laguna.engines.yarn;
