"""Quantities: a number with its sign, unit and bound; two that are one range; a part of one."""
