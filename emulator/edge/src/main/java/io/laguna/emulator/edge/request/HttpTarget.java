package io.laguna.emulator.edge.request;

/**
 * The part of a request by which a handler of plain HTTP claims the request.
 *
 * @param method in upper case
 * @param host in lower case, without a port
 * @param rawPath as sent, not decoded
 */
public record HttpTarget(String method, String host, String rawPath) {}
