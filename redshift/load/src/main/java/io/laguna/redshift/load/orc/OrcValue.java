package io.laguna.redshift.load.orc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;

/** A value of a column. One is used for all values of a column, since a file has millions of them. */
final class OrcValue {
    private long whole;
    private double number;
    private BigDecimal decimal = BigDecimal.ZERO;
    private byte[] bytes = {};
    private int from;
    private int to;
    private JsonNode node = NullNode.getInstance();

    void whole(long value) {
        whole = value;
    }

    void number(double value) {
        number = value;
    }

    void decimal(BigDecimal value) {
        decimal = value;
    }

    void bytes(byte[] value, int begin, int end) {
        bytes = value;
        from = begin;
        to = end;
    }

    void node(JsonNode value) {
        node = value;
    }

    long whole() {
        return whole;
    }

    double number() {
        return number;
    }

    BigDecimal decimal() {
        return decimal;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    JsonNode node() {
        return node;
    }
}
