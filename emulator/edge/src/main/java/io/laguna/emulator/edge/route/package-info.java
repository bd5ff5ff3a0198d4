/** The routes from requests to the destinations that answer them. */
package io.laguna.emulator.edge.route;
