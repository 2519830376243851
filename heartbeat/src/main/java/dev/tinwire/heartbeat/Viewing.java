package dev.tinwire.heartbeat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How somebody looks at the live table. A value; a key makes another one of it, or a wish.
 *
 * @param filter only those whose id or state has it
 * @param typing whether keys go into the filter
 * @param selected the id of the row that is meant, or empty for the first
 */
record Viewing(Order order, String filter, boolean typing, String selected) {
  static final Viewing FIRST = new Viewing(Order.TROUBLE, "", false, "");

  private static final int LONGEST_FILTER = 64;

  /** By what the rows are sorted. */
  enum Order {
    TROUBLE,
    NAME,
    SILENCE,
    LOSS;

    Order next() {
      return switch (this) {
        case TROUBLE -> NAME;
        case NAME -> SILENCE;
        case SILENCE -> LOSS;
        case LOSS -> TROUBLE;
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a key leads to. */
  sealed interface Step {
    record Look(Viewing viewing) implements Step {}

    record Ask(ControlRequest request) implements Step {}

    record Quit() implements Step {}
  }

  /** Those to be seen, in their order. */
  List<SenderView> rows(List<SenderView> senders, ToDoubleFunction<SenderView> loss) {
    Comparator<SenderView> comparator =
        switch (order) {
          case TROUBLE -> Trouble.ORDER;
          case NAME -> Comparator.comparing(SenderView::id);
          case SILENCE -> Comparator.comparingDouble(Trouble::silence).reversed();
          case LOSS -> Comparator.comparingDouble(loss).reversed().thenComparing(SenderView::id);
        };
    return senders.stream().filter(this::shows).sorted(comparator).toList();
  }

  private boolean shows(SenderView sender) {
    return sender.id().contains(filter) || AlertText.word(sender.state()).equals(filter);
  }

  /** The row that is meant, as an index. */
  int selection(List<String> ids) {
    return Math.max(0, ids.indexOf(selected));
  }

  Step press(Key key, List<String> ids) {
    if (typing) return type(key);
    return switch (key) {
      case Key.Sign(char sign) -> command(sign, ids);
      case Key.Special special ->
          switch (special) {
            case UP -> move(-1, ids);
            case DOWN -> move(1, ids);
            case ENTER -> meant(ids, ControlRequest.Why::new);
            case ESCAPE -> new Step.Look(new Viewing(order, "", false, selected));
            case INTERRUPT -> new Step.Quit();
            case BACKSPACE, OTHER -> new Step.Look(this);
          };
    };
  }

  private Step command(char sign, List<String> ids) {
    return switch (sign) {
      case 'q' -> new Step.Quit();
      case 's' -> new Step.Look(new Viewing(order.next(), filter, false, selected));
      case '/' -> new Step.Look(new Viewing(order, "", true, selected));
      case 'k' -> move(-1, ids);
      case 'j' -> move(1, ids);
      case 'm' -> meant(ids, id -> new ControlRequest.Mute(id, Duration.ofHours(1)));
      case 'u' -> meant(ids, ControlRequest.Unmute::new);
      case 'a' -> meant(ids, ControlRequest.Acknowledge::new);
      case 'w' -> meant(ids, ControlRequest.Why::new);
      case 'r' -> new Step.Ask(new ControlRequest.Reload());
      default -> new Step.Look(this);
    };
  }

  private Step type(Key key) {
    return switch (key) {
      case Key.Sign(char sign) ->
          new Step.Look(
              filter.length() < LONGEST_FILTER
                  ? new Viewing(order, filter + sign, true, selected)
                  : this);
      case Key.Special special ->
          switch (special) {
            case ENTER -> new Step.Look(new Viewing(order, filter, false, selected));
            case ESCAPE -> new Step.Look(new Viewing(order, "", false, selected));
            case BACKSPACE ->
                new Step.Look(
                    new Viewing(
                        order,
                        filter.substring(0, Math.max(0, filter.length() - 1)),
                        true,
                        selected));
            case INTERRUPT -> new Step.Quit();
            case UP, DOWN, OTHER -> new Step.Look(this);
          };
    };
  }

  private Step move(int by, List<String> ids) {
    if (ids.isEmpty()) return new Step.Look(this);
    int to = Math.clamp(selection(ids) + by, 0, ids.size() - 1);
    return new Step.Look(new Viewing(order, filter, false, ids.get(to)));
  }

  private Step meant(List<String> ids, Function<String, ControlRequest> request) {
    Optional<String> id = ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(selection(ids)));
    return id.<Step>map(i -> new Step.Ask(request.apply(i))).orElse(new Step.Look(this));
  }
}
