import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { type DrawnBanding, bandColorAt } from '../contract/band-colors';
import type { Grid } from './grid';

/** Draws alternating colours below what cells look like by themselves. */
export class BandingLayer {
  private bandings: DrawnBanding[] = [];
  private drawing = false;

  constructor(private readonly grid: Grid) {}

  /** All there are, in place of those before. */
  replace(bandings: DrawnBanding[]): void {
    this.bandings = bandings;
    if (!this.drawing) this.start();
    this.grid.api.getActiveWorkbook()?.getActiveSheet().refreshCanvas();
  }

  private start(): void {
    this.drawing = true;
    this.grid.univer
      .__getInjector()
      .get(SheetInterceptorService)
      .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        effect: InterceptorEffectEnum.Style,
        handler: (cell, { rawData, row, col, subUnitId }, next) => {
          const color = this.colorAt(subUnitId, row, col);
          if (color === null) return next(cell);
          // The part of a style that gives way to everything else.
          return next({ ...(cell ?? rawData), themeStyle: { bg: { rgb: color } } });
        },
      });
  }

  private colorAt(sheetId: string, row: number, column: number): string | null {
    for (const banding of this.bandings) {
      const { area } = banding;
      const isInside =
        banding.sheetId === sheetId &&
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns;
      if (isInside) return bandColorAt(banding, row, column);
    }
    return null;
  }
}
