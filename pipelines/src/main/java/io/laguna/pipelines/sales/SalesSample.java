package io.laguna.pipelines.sales;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * A delivery of generated sales: the same rows for the same seed. One in two hundred has no price.
 *
 * @param rows of all files
 */
public record SalesSample(long rows, long seed) implements SalesFiles {
    private static final long ROWS_OF_A_FILE = 50_000;
    private static final int UNPRICED_ONE_IN = 200;
    private static final int DAYS = 366;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    /** A thing that is sold, at about this price, and as often as its weight says. */
    private record Product(String name, double price, int weight) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product("Laptop", 1200, 8),
            new Product("Monitor", 300, 12),
            new Product("Keyboard", 75, 25),
            new Product("Mouse", 25, 35),
            new Product("Headphones", 100, 12),
            new Product("Webcam", 50, 8));

    @Override
    public Iterator<String> files() {
        return new Iterator<>() {
            private final SplittableRandom random = new SplittableRandom(seed);
            private long done;

            @Override
            public boolean hasNext() {
                return done < rows;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                long last = Math.min(rows, done + ROWS_OF_A_FILE);
                StringBuilder csv = new StringBuilder("id,product,quantity,price,date\n");
                while (done < last) {
                    csv.append(line(++done, random)).append('\n');
                }
                return csv.toString();
            }
        };
    }

    private static String line(long id, SplittableRandom random) {
        Product product = product(random);
        int quantity = 1 + random.nextInt(1 + random.nextInt(5));
        String price = random.nextInt(UNPRICED_ONE_IN) == 0
                ? ""
                : String.format(Locale.ROOT, "%.2f", product.price() * (0.8 + 0.4 * random.nextDouble()));
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        return id + "," + product.name() + "," + quantity + "," + price + "," + day;
    }

    private static Product product(SplittableRandom random) {
        int rest = random.nextInt(PRODUCTS.stream().mapToInt(Product::weight).sum());
        for (Product product : PRODUCTS) {
            rest -= product.weight();
            if (rest < 0) {
                return product;
            }
        }
        throw new IllegalStateException("The weights have another sum");
    }
}
