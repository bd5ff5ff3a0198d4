package io.laguna.emulator.athena.ddl.model;

import java.util.List;
import software.amazon.awssdk.services.glue.model.Order;

/** The clause {@code CLUSTERED BY … INTO n BUCKETS}. */
public record Buckets(int number, List<String> columns, List<Order> order) {}
